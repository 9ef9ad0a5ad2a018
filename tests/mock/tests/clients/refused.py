"""What a client answers with when a step fails."""


class Refused(Exception):
    """An answer that is an error: its code, status, message and, if it has them, reasons."""

    def __init__(self, code, status, message, reasons):
        self.error = {"code": code, "status": status, "message": message}
        if reasons is not None:
            self.error["reasons"] = reasons
