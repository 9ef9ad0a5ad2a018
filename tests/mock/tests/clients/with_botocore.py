"""botocore, which AWS's CLI and boto3 are built on."""

import botocore
import botocore.session
from botocore.config import Config
from botocore.exceptions import ClientError
from refused import Refused


class Client:
    version = f"botocore {botocore.__version__}"

    def __init__(self, endpoint, key, secret):
        self.client = botocore.session.get_session().create_client(
            "wickr",
            region_name="us-east-1",
            endpoint_url=endpoint,
            aws_access_key_id=key,
            aws_secret_access_key=secret,
            config=Config(retries={"total_max_attempts": 1}),
        )
        self.methods = {name: method for method, name in self.client.meta.method_to_api_mapping.items()}

    def operations(self):
        return set(self.client.meta.service_model.operation_names)

    def call(self, operation, arguments):
        try:
            answer = getattr(self.client, self.methods[operation])(**arguments)
        except ClientError as error:
            answer = error.response
            status = answer["ResponseMetadata"]["HTTPStatusCode"]
            raise Refused(answer["Error"]["Code"], status, answer["Error"]["Message"], answer.get("reasons")) from error
        metadata = answer.pop("ResponseMetadata")
        assert metadata["HTTPStatusCode"] == 200 and metadata["RequestId"], metadata
        return answer

    def items(self, operation, arguments):
        pages = self.client.get_paginator(self.methods[operation]).paginate(**arguments)
        return pages.search(pages.result_keys[0].expression)
