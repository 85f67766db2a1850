# Takes a provider out of the registrations of the AD FS farm. Gives the warnings of the cmdlet (PS0103).
function Remove-MfaAdfsRegistration {
    [CmdletBinding()]
    [OutputType([string])]
    param([Parameter(Mandatory)] [string]$Provider)
    Assert-MfaWriteAllowed -LiteralPath (Get-MfaDefaultDestination)
    Assert-MfaAdfsProviderOwn -Provider $Provider
    Assert-MfaAdfsWriter
    $ConfirmPreference = 'None'
    Unregister-AdfsAuthenticationProvider -Name $Provider -WarningVariable said -WarningAction SilentlyContinue -ErrorAction Stop
    $said | ForEach-Object -Process { [string]$_ }
}

# Runs a register script. What else it holds is not public, so it runs as it is, without our strictness. Gives its warnings
# (PS0114).
function Invoke-MfaAdfsRegisterScript {
    [CmdletBinding()]
    [OutputType([string])]
    param([Parameter(Mandatory)] [string]$LiteralPath)
    Assert-MfaWriteAllowed -LiteralPath $LiteralPath
    Assert-MfaAdfsWriter
    Set-StrictMode -Off
    $ConfirmPreference = 'None'
    $WarningPreference = 'Continue'
    & $LiteralPath 3>&1 | ForEach-Object -Process { [string]$_ }
}
