# MFA Server's install folder stands in the registry (ADFS) and holds the data file (SEED-A).
function Test-MfaReadyDataFile {
    [CmdletBinding()]
    [OutputType([pscustomobject])]
    param([Parameter(Mandatory)] [pscustomobject]$Subject)
    if ($Subject.Component -notcontains 'mfaServer') { return }
    try {
        [void](Get-MfaDataFolder)
    }
    catch [System.InvalidOperationException] {
        # Only what Get-MfaDataFolder says itself is an answer; any other error means that it could not look.
        $given = @{ Severity = 'inhibitor'; ComputerName = $Subject.ComputerName; Value = [string]$_.TargetObject }
        switch -Wildcard ($_.FullyQualifiedErrorId) {
            'InstallPathNotFound,*' { New-MfaFinding -Code InstallPathNotFound @given }
            'InstallPathNotLocal,*' { New-MfaFinding -Code InstallPathNotLocal @given }
            'DataFolderNotFound,*' { New-MfaFinding -Code DataFolderNotFound @given }
            'DataFileNotFound,*' { New-MfaFinding -Code DataFileNotFound @given }
            'DataFileEmpty,*' { New-MfaFinding -Code DataFileEmpty @given }
            default { throw }
        }
    }
}
