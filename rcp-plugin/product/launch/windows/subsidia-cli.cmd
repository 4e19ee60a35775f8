@echo off
rem Runs a verb of the command line without a window: subsidia-cli show FILE
setlocal
set "JAVA=java"
if defined JAVA_HOME set "JAVA=%JAVA_HOME%\bin\java"
for %%j in ("%~dp0plugins\org.eclipse.equinox.launcher_*.jar") do set "LAUNCHER=%%~fj"
"%JAVA%" -jar "%LAUNCHER%" -nosplash -data @none -application org.subsidia.rcp.command %*
