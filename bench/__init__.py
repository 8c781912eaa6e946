"""What the provider costs, beside the stock bundle and beside plain boto3: `python -m bench`."""
