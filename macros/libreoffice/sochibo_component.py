"""The component LibreOffice loads: a press on `vn.sochibo:<button>` in the menu or toolbar becomes one click.

LibreOffice puts `pythonpath` beside this file on the path of its own Python.
"""

# UNO calls these methods by their names and its objects have no types.
# ruff: noqa: INP001, N802, N816, ANN001, ANN201, ANN204, ARG002, D102

import unohelper
from com.sun.star.frame import FeatureStateEvent, XDispatch, XDispatchProvider
from com.sun.star.lang import XInitialization, XServiceInfo
from sochibo_office.clicking import click

NAME = "vn.sochibo.Buttons"
SERVICES = ("com.sun.star.frame.ProtocolHandler",)
PROTOCOL = "vn.sochibo:"


class Buttons(unohelper.Base, XInitialization, XDispatchProvider, XDispatch, XServiceInfo):
    """The protocol handler of one window."""

    def __init__(self, context):
        self._context = context
        self._frame = None

    def initialize(self, arguments):
        self._frame = arguments[0] if arguments else None

    def queryDispatch(self, url, target, flags):
        return self if url.Protocol == PROTOCOL else None

    def queryDispatches(self, requests):
        return tuple(self.queryDispatch(item.FeatureURL, item.FrameName, item.SearchFlags) for item in requests)

    def dispatch(self, url, arguments):
        click(self._context, self._frame, url.Path)

    def addStatusListener(self, listener, url):
        """Every button is always enabled: what is missing is said when it is pressed."""
        state = FeatureStateEvent()
        state.FeatureURL, state.IsEnabled, state.Source = url, True, self
        listener.statusChanged(state)

    def removeStatusListener(self, listener, url):
        """Nothing ever changes, so nobody is remembered."""

    def getImplementationName(self):
        return NAME

    def supportsService(self, name):
        return name in SERVICES

    def getSupportedServiceNames(self):
        return SERVICES


g_ImplementationHelper = unohelper.ImplementationHelper()
g_ImplementationHelper.addImplementation(Buttons, NAME, SERVICES)
