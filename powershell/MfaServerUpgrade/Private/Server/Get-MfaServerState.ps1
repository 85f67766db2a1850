# MFA Server as it is on this host: version and place of the service's binary (both inferred from how Windows keeps
# services), install folder, services with start types, entries under Programs and Features, runtimes.
function Get-MfaServerState {
    [CmdletBinding()]
    [OutputType([pscustomobject])]
    param()
    $binary = Get-MfaServerBinary
    [pscustomobject]@{
        Version     = if ($binary) { Get-MfaFileVersion -LiteralPath $binary }
        Binary      = $binary
        InstallPath = Get-MfaRegisteredInstallPath
        Services    = @(Get-Service -Name 'MultiFactorAuth*' -ErrorAction Stop | ForEach-Object -Process { [pscustomobject]@{ Name = $_.Name; Status = [string]$_.Status; StartType = [string]$_.StartType } })
        Products    = @(Get-MfaInstalledProduct)
        VisualCpp   = Get-MfaVisualCppState
    }
}

# The program behind the core service; nothing where the service is not there.
function Get-MfaServerBinary {
    [CmdletBinding()]
    [OutputType([string])]
    param()
    $service = Get-CimInstance -ClassName 'Win32_Service' -Filter "Name='MultiFactorAuth'" -ErrorAction Stop
    if ($null -eq $service) { return }
    # With quotes up to the second one, without them up to the ending; arguments may follow.
    if ($service.PathName -notmatch '^\s*(?:"([^"]+)"|(.+?\.exe)(?=\s|$))') { throw "The service MultiFactorAuth names no program: $($service.PathName)" }
    if ($Matches[1]) { $Matches[1] } else { $Matches[2] }
}

# The version that a program file carries, in numbers; nothing where it carries none.
function Get-MfaFileVersion {
    [CmdletBinding()]
    [OutputType([string])]
    param([Parameter(Mandatory)] [string]$LiteralPath)
    if ([string](Get-Item -LiteralPath $LiteralPath -Force -ErrorAction Stop).VersionInfo.FileVersion -match '^\d{1,9}(\.\d{1,9}){1,3}') { $Matches[0] }
}
