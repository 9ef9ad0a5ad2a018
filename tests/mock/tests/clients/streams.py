"""Has botocore call services that the mock serves from botocore's own data, made Smithy by `from_botocore.py`: streams of
events in JSON, and Smithy RPC v2 in CBOR. Called with the service, its URL, and the keys that it lets in."""

import datetime
import sys

import botocore.config
import botocore.exceptions
import botocore.model
import botocore.session

name, url, key_id, secret = sys.argv[1:]
if name == "cloudwatch":
    # It would rather speak JSON.
    botocore.model.PRIORITY_ORDERED_SUPPORTED_PROTOCOLS = ["smithy-rpc-v2-cbor"]
client = botocore.session.get_session().create_client(
    name,
    region_name="us-east-1",
    endpoint_url=url,
    aws_access_key_id=key_id,
    aws_secret_access_key=secret,
    # Hosts have no prefix on this machine.
    config=botocore.config.Config(retries={"total_max_attempts": 1}, inject_host_prefix=False),
)


def refused(call, says, **parameters):
    try:
        answer = call(**parameters)
    except botocore.exceptions.ClientError as error:
        assert says in error.response["Error"]["Message"], error
        return error.response["Error"]["Code"]
    raise AssertionError(f"it was not refused, but answered {answer}")


if name == "kinesis":
    consumer = "arn:aws:kinesis:us-east-1:123456789012:stream/tides/consumer/me:1"
    start = {"Type": "AT_TIMESTAMP", "Timestamp": datetime.datetime(2026, 3, 1, tzinfo=datetime.timezone.utc)}
    answer = client.subscribe_to_shard(ConsumerARN=consumer, ShardId="shardId-0", StartingPosition=start)
    events = list(answer["EventStream"])
    assert [list(event) for event in events] == [["SubscribeToShardEvent"]], events
    event = events[0]["SubscribeToShardEvent"]
    assert isinstance(event["Records"], list) and isinstance(event["MillisBehindLatest"], int), event
    assert answer["ResponseMetadata"]["RequestId"], answer
    refused(client.subscribe_to_shard, "ShardId", ConsumerARN=consumer, ShardId="?", StartingPosition={"Type": "LATEST"})
    print("1 stream with kinesis")

if name == "logs":
    group = "arn:aws:logs:us-east-1:123456789012:log-group:tides"
    answer = client.start_live_tail(logGroupIdentifiers=[group])
    events = list(answer["responseStream"])
    assert [list(event)[0] for event in events] == ["sessionStart", "sessionUpdate"], events
    assert isinstance(events[0]["sessionStart"], dict), events
    print("1 stream with logs")

if name == "cloudwatch":
    now = datetime.datetime(2026, 3, 1, 9, 30, tzinfo=datetime.timezone.utc)
    datum = {"MetricName": "height", "Timestamp": now, "Value": 1.5, "Unit": "Count", "Dimensions": [{"Name": "a", "Value": "b"}]}
    answer = client.put_metric_data(Namespace="Tides", MetricData=[datum])
    assert answer["ResponseMetadata"]["HTTPStatusCode"] == 200, answer
    answer = client.list_metrics(Namespace="Tides")
    assert isinstance(answer["Metrics"], list), answer
    statistics = {"Namespace": "Tides", "MetricName": "height", "StartTime": now, "EndTime": now, "Period": 60}
    answer = client.get_metric_statistics(Statistics=["Average"], **statistics)
    point = answer["Datapoints"][0]
    assert isinstance(point["Timestamp"], datetime.datetime) and isinstance(point["Average"], float), answer
    code = refused(client.put_metric_data, "MetricData[0].Dimensions[0].Name", Namespace="Tides", MetricData=[
        {**datum, "Dimensions": [{"Name": "x" * 256, "Value": "b"}]}])
    assert code.startswith("InvalidParameter"), code
    print("4 calls with cloudwatch")
