"""The AWS that the provider is tested against: moto's server, corrected where AWS is stricter."""

from .sagemaker import Call
from .server import ACCOUNT_ID, CREDENTIALS, REGION, ROLE_ARN, LocalAws, Middleware

__all__ = ["ACCOUNT_ID", "CREDENTIALS", "REGION", "ROLE_ARN", "Call", "LocalAws", "Middleware"]
