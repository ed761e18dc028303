@echo off
rem Runs wml-lint from a source checkout, and builds it on first use.
rem
rem   WML_LINT_JAVA_HOME   the JDK to build and run with; else JAVA_HOME, else java on the PATH
rem   WML_LINT_REBUILD     set to 1 after a change of the sources: builds again
rem   WML_LINT_JAVA_OPTIONS   more options for the JVM, such as -Xmx4g
rem
rem Standard output belongs to the linter alone; whatever keeps it from starting ends with 2.
setlocal EnableExtensions DisableDelayedExpansion
set "ROOT=%~dp0"
set "LOG=%ROOT%target\wml-lint-build.log"

set "HOME_DIR=%JAVA_HOME%"
if defined WML_LINT_JAVA_HOME set "HOME_DIR=%WML_LINT_JAVA_HOME%"
if defined HOME_DIR goto check_home
set "JAVA=java"
set "FOUND="
for %%J in (java.exe) do set "FOUND=%%~$PATH:J"
if not defined FOUND goto no_jdk
rem What only leads to a Java, such as a version manager's shim, has no release file; it runs as it is.
for %%J in ("%FOUND%\..\..") do set "HOME_DIR=%%~fJ"
if exist "%HOME_DIR%\release" goto check_home
set "HOME_DIR="
goto find_build

rem The release file tells the version without the start of a JVM.
:check_home
set "JAVA=%HOME_DIR%\bin\java.exe"
if not exist "%JAVA%" goto no_jdk
findstr /r /c:"^JAVA_VERSION=.1[7-9]" /c:"^JAVA_VERSION=.[2-9][0-9]" "%HOME_DIR%\release" >nul 2>&1 || goto no_jdk

:find_build
call :find_jar
if defined JAR if not "%WML_LINT_REBUILD%"=="1" goto run

where /q mvn || goto no_maven
>&2 echo wml-lint: building (first use; about a minute)...
if not exist "%ROOT%target" mkdir "%ROOT%target"
rem mvn.cmd reads JAVA_HOME
set "CALLER_JAVA_HOME=%JAVA_HOME%"
if defined HOME_DIR set "JAVA_HOME=%HOME_DIR%"
pushd "%ROOT%"
call mvn -q -B -Dmaven.test.skip=true -Dspotless.check.skip=true package <nul >"%LOG%" 2>&1
set "STATUS=%ERRORLEVEL%"
popd
set "JAVA_HOME=%CALLER_JAVA_HOME%"
call :find_jar
if "%STATUS%"=="0" if defined JAR goto run
>&2 echo wml-lint: the build failed; the end of "%LOG%":
>&2 powershell -NoProfile -Command "Get-Content -LiteralPath $env:LOG -Tail 20"
exit /b 2

:no_jdk
>&2 echo wml-lint: no JDK 17 or newer found; install one, or set JAVA_HOME or WML_LINT_JAVA_HOME
exit /b 2

:no_maven
>&2 echo wml-lint: building needs Maven, and there is no mvn on the PATH
exit /b 2

:run
rem What is meant for other programs on Java does not fit this one, and is announced at each start.
set "JAVA_TOOL_OPTIONS="
set "JDK_JAVA_OPTIONS="
set "_JAVA_OPTIONS="
"%JAVA%" -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Xshare:auto -XX:-UsePerfData -XX:CompressedClassSpaceSize=64m -Xlog:disable -Xlog:all=error:stderr -XX:+DisplayVMOutputToStderr -Ddev.wmllint.findings=9 %WML_LINT_JAVA_OPTIONS% -cp "%JAR%" dev.wmllint.cli.WmlLint %*
rem A JVM that does not start ends with 1, as findings would; those end with 9. 9009 says that there is no java.
set "STATUS=%ERRORLEVEL%"
if %STATUS%==9 exit /b 1
if not %STATUS%==1 if not %STATUS%==9009 exit /b %STATUS%
if defined WML_LINT_JAVA_OPTIONS >&2 echo wml-lint: Java does not start; WML_LINT_JAVA_OPTIONS is "%WML_LINT_JAVA_OPTIONS%"
exit /b 2

rem The newest jar, without the jars of sources and tests: dir sorts by time.
:find_jar
set "JAR="
for /f "delims=" %%J in ('dir /b /o-d "%ROOT%lsp-server\target\wml-language-server-*.jar" 2^>nul ^| findstr /v /r /c:"-sources\.jar$" /c:"-javadoc\.jar$" /c:"-tests\.jar$"') do (
  if not defined JAR set "JAR=%ROOT%lsp-server\target\%%J"
)
exit /b 0
