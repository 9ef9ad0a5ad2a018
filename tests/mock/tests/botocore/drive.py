"""Drives the mock service with botocore through every operation of AWS Wickr.

Arguments: the endpoint URL, the access key ID, the secret access key. Prints a line per call; ends with status 1 at the
first answer that is not as expected, and if an operation was never called.
"""

import sys

import botocore.session
from botocore.config import Config
from botocore.exceptions import ClientError

endpoint, key, secret = sys.argv[1:4]
session = botocore.session.get_session()
client = session.create_client(
    "wickr",
    region_name="us-east-1",
    endpoint_url=endpoint,
    aws_access_key_id=key,
    aws_secret_access_key=secret,
    config=Config(retries={"total_max_attempts": 1}),
)
called = set()


def name_of(method):
    return client.meta.method_to_api_mapping[method]


def call(method, **arguments):
    called.add(name_of(method))
    answer = getattr(client, method)(**arguments)
    status = answer.pop("ResponseMetadata")["HTTPStatusCode"]
    assert status == 200, (method, status)
    print(f"ok    {name_of(method)}")
    return answer


def refused(code, status, method, **arguments):
    try:
        getattr(client, method)(**arguments)
    except ClientError as error:
        found = error.response["Error"]["Code"], error.response["ResponseMetadata"]["HTTPStatusCode"]
        assert found == (code, status), (method, found, error.response)
        print(f"ok    {name_of(method)}: {code}")
        return error.response
    raise AssertionError(f"{method} was not refused")


def equal(found, expected):
    assert found == expected, f"found {found!r}, expected {expected!r}"


network = call("create_network", networkName="Harbor", accessLevel="PREMIUM", enablePremiumFreeTrial=True)["networkId"]
here = {"networkId": network}
equal(call("get_network", **here)["accessLevel"], "PREMIUM")
call("update_network", networkName="Port", **here)
equal([found["networkName"] for found in call("list_networks")["networks"]], ["Port"])

call("update_network_settings", settings={"dataRetention": True, "readReceiptConfig": {"status": "ENABLED"}}, **here)
settings = {found["optionName"]: found["value"] for found in call("get_network_settings", **here)["settings"]}
equal(settings["dataRetention"], "true")

group = call("create_security_group", name="dispatch", securityGroupSettings={"lockoutThreshold": 8}, **here)
group = group["securityGroup"]["id"]
there = {"groupId": group, **here}
call("update_security_group", name="night", securityGroupSettings={"federationMode": 1}, **there)
equal(call("get_security_group", **there)["securityGroup"]["name"], "night")
groups = call("list_security_groups", **here)["securityGroups"]
equal(sorted(found["name"] for found in groups), ["Default", "night"])
default = next(found["id"] for found in groups if found["isDefault"])
refused("BadRequestError", 400, "delete_security_group", networkId=network, groupId=default)

call("create_data_retention_bot", **here)
assert call("create_data_retention_bot_challenge", **here)["challenge"]
call("update_data_retention", actionType="ENABLE", **here)
equal(call("get_data_retention_bot", **here)["isDataRetentionServiceEnabled"], True)
call("delete_data_retention_bot", **here)
equal(call("get_data_retention_bot", **here)["botExists"], False)

people = [
    {"username": f"{name}@example.com", "firstName": name, "securityGroupIds": [group]} for name in ("mei", "amara", "luis")
]
made = call("batch_create_user", users=people, **here)
equal((len(made["successful"]), made["failed"]), (3, []))
again = call("batch_create_user", users=people[:1], **here)
equal(([], "username"), (again["successful"], again["failed"][0]["field"]))
first, second, third = (found["userId"] for found in made["successful"])
equal(call("get_user", userId=first, startTime=0, **here)["username"], "mei@example.com")
equal(call("update_user", userId=first, userDetails={"lastName": "Tanaka"}, **here)["lastName"], "Tanaka")
pages = client.get_paginator("list_users").paginate(
    sortFields="username", sortDirection="ASC", PaginationConfig={"PageSize": 1}, **here
)
called.add("ListUsers")
equal([found["firstName"] for page in pages for found in page["users"]], ["amara", "luis", "mei"])
equal(len(call("list_security_group_users", **there)["users"]), 3)
suspended = call("batch_toggle_user_suspend_status", suspend=True, userIds=[first, "777000"], **here)
equal((len(suspended["successful"]), len(suspended["failed"])), (1, 1))
equal(call("get_user", userId=first, **here)["suspended"], True)
call("batch_reinvite_user", userIds=[first], **here)
uname = call("list_users", username="mei@example.com", **here)["users"][0]["uname"]
equal(call("batch_lookup_user_uname", unames=[uname], **here)["successful"][0]["username"], "mei@example.com")
equal(call("get_users_count", **here)["pending"], 3)
equal(call("list_devices_for_user", userId=first, **here)["devices"], [])
equal(len(call("batch_reset_devices_for_user", userId=first, appIds=["0"], **here)["failed"]), 1)
call("batch_delete_user", userIds=[second, third], **here)
equal(call("get_users_count", **here)["total"], 1)
refused("ResourceNotFoundError", 404, "get_user", networkId=network, userId=second)

bot = call("create_bot", username="shift_bot", groupId=group, challenge="EXAMPLE-PASSWORD", **here)["botId"]
equal(call("get_bot", botId=bot, **here)["suspended"], False)
call("update_bot", botId=bot, suspend=True, **here)
equal([found["suspended"] for found in call("list_bots", **here)["bots"]], [True])
equal(call("get_bots_count", **here)["total"], 1)
refused("ValidationError", 422, "create_bot", username="shift_bot", groupId=group, challenge="x", networkId=network)
call("delete_bot", botId=bot, **here)
refused("ResourceNotFoundError", 404, "get_bot", networkId=network, botId=bot)

guest = call("list_guest_users", **here)["guestlist"][0]["usernameHash"]
call("update_guest_user", usernameHash=guest, block=True, **here)
equal([found["usernameHash"] for found in call("list_blocked_guest_users", **here)["blocklist"]], [guest])
call("get_guest_user_history_count", **here)

identity = {"issuer": "https://sso.example.com", "scopes": "openid email"}
call("register_oidc_config_test", **identity, **here)
call("register_oidc_config", companyId="us-east-1-harbor", **identity, **here)
equal(call("get_oidc_info", **here)["openidConnectInfo"]["companyId"], "us-east-1-harbor")
refused("ResourceNotFoundError", 404, "get_opentdf_config", networkId=network)
call("register_opentdf_config", clientId="a", clientSecret="EXAMPLE", domain="https://tdf", provider="virtru", **here)
equal(call("get_opentdf_config", **here)["provider"], "virtru")

call("delete_security_group", **there)
error = refused("ValidationError", 422, "get_network", networkId="1234567x")
equal(error["reasons"][0]["field"], "networkId")
call("delete_network", **here)
refused("ResourceNotFoundError", 404, "list_users", networkId=network)

missing = set(client.meta.service_model.operation_names) - called
assert not missing, f"never called: {sorted(missing)}"
print(f"{len(called)} operations with botocore {botocore.__version__}")
