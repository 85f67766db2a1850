# The module needs Windows PowerShell 5.1 or later, and a session in which every command is allowed.
function Test-MfaReadyPowerShell {
    [CmdletBinding()]
    [OutputType([pscustomobject])]
    param([Parameter(Mandatory)] [pscustomobject]$Subject)
    $engine = Get-MfaPowerShellEngine
    $given = @{ Severity = 'inhibitor'; ComputerName = $Subject.ComputerName }
    if (Test-MfaVersionBelow -Version $engine.Version -Than '5.1') { New-MfaFinding -Code PowerShellTooOld -Value $engine.Version @given }
    if ($engine.LanguageMode -ne 'FullLanguage') { New-MfaFinding -Code PowerShellConstrained -Value $engine.LanguageMode @given }
}

function Get-MfaPowerShellEngine {
    [CmdletBinding()]
    [OutputType([pscustomobject])]
    param()
    [pscustomobject]@{
        Version      = '{0}.{1}' -f $PSVersionTable.PSVersion.Major, $PSVersionTable.PSVersion.Minor
        LanguageMode = [string]$ExecutionContext.SessionState.LanguageMode
    }
}
