"""capo-wickr, which shares nothing with botocore: a generator, a signer and an HTTP stack of its own."""

import datetime
import importlib.metadata
import inspect
import re

from capo_wickr import Credentials, WickrClient
from capo_wickr.errors import ServiceError
from refused import Refused


def snake(name):
    return re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "_", name).lower()


def camel(name):
    first, *rest = name.split("_")
    return first + "".join(part.title() for part in rest)


def renamed(value, rename):
    """A value with other names of members: the model has camel case, this client snake case."""
    if isinstance(value, dict):
        return {rename(name): renamed(member, rename) for name, member in value.items()}
    return [renamed(item, rename) for item in value] if isinstance(value, list) else value


class Client:
    version = f"capo-wickr {importlib.metadata.version('capo-wickr')}"

    def __init__(self, endpoint, key, secret):
        credentials = Credentials(access_key=key, secret_key=secret)
        self.client = WickrClient(
            endpoint=endpoint, region="us-east-1", credentials=credentials, retry_max_attempts=1
        )

    def operations(self):
        methods = (name for name, _ in inspect.getmembers(self.client, inspect.ismethod))
        names = (name for name in methods if not name.startswith(("_", "iter_")) and name != "operation_options")
        return {camel(f"_{name}") for name in names}

    def method(self, name, arguments):
        method = getattr(self.client, name)
        arguments = renamed(arguments, snake)
        for name, parameter in inspect.signature(method).parameters.items():
            if name in arguments and "datetime" in str(parameter.annotation):
                arguments[name] = datetime.datetime.fromisoformat(arguments[name])
        return method(**arguments)

    def call(self, operation, arguments):
        try:
            return renamed(self.method(snake(operation), arguments), camel)
        except ServiceError as error:
            reasons = getattr(error, "data", {}).get("reasons")
            raise Refused(error.code, error.response.status, error.message, reasons) from error

    def items(self, operation, arguments):
        return (renamed(item, camel) for item in self.method(f"iter_{snake(operation)}", arguments))
