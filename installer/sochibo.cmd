@echo off
"%~dp0python\python.exe" -I -X utf8 "%~dp0app\command.py" %*
