"""Has botocore go along the plan in `services.json` with a service that the mock serves from its model: every answer has to
have what the plan says, as botocore reads it. Called with the service, its URL, and the keys that it lets in."""

import base64
import datetime
import json
import pathlib
import sys

import botocore.config
import botocore.exceptions
import botocore.session
from botocore import xform_name

name, url, key_id, secret = sys.argv[1:]
steps = json.loads(pathlib.Path(__file__).with_name("services.json").read_text())[name]
session = botocore.session.get_session()
client = session.create_client(
    name,
    region_name="us-east-1",
    endpoint_url=url,
    aws_access_key_id=key_id,
    aws_secret_access_key=secret,
    config=botocore.config.Config(retries={"total_max_attempts": 1}),
)


def with_bytes(value):
    """JSON has no bytes: what is binary is base64 in the plan."""
    if isinstance(value, dict):
        return {
            key: base64.b64decode(inner) if key == "BinaryValue" else with_bytes(inner) for key, inner in value.items()
        }
    return [with_bytes(item) for item in value] if isinstance(value, list) else value


def found(answer, path):
    for part in path.split("."):
        assert part in answer, f"{path} is not in {answer}"
        answer = answer[part]
    return answer


for operation, parameters, expected in steps:
    call = getattr(client, xform_name(operation))
    try:
        answer = call(**with_bytes(parameters))
    except botocore.exceptions.ClientError as error:
        said = error.response["Error"]
        assert said["Code"] == expected.get("code"), f"{operation}: {error}"
        assert expected["says"] in said["Message"], f"{operation}: {error}"
        continue
    assert "code" not in expected, f"{operation} was not refused, but answered {answer}"
    assert answer["ResponseMetadata"]["RequestId"], f"{operation}: {answer}"
    for path in expected["has"]:
        value = found(answer, path)
        if path.endswith(("Date", "At", "Expiration")):
            assert isinstance(value, datetime.datetime), f"{operation}: {path} is {value!r}"

if name == "route53":
    # Where paths tell things apart, they are remembered.
    zone = client.create_hosted_zone(Name="quay.example", CallerReference="2", HostedZoneConfig={"Comment": "a < b"})
    read = client.get_hosted_zone(Id=zone["HostedZone"]["Id"])
    print(f"remembered: {read['HostedZone']}")
print(f"{len(steps)} steps with {name}")
