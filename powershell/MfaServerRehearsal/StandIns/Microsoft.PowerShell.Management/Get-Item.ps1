# The real item; a file of the simulated host that names a version in its first line shows it as Windows shows a program's.
function Get-Item {
    [CmdletBinding(DefaultParameterSetName = 'LiteralPath')]
    param(
        [switch]$CodeSigningCert,
        [Parameter(ValueFromPipelineByPropertyName)] [pscredential]$Credential,
        [object]$DnsName,
        [switch]$DocumentEncryptionCert,
        [string]$Eku,
        [string[]]$Exclude,
        [int]$ExpiringInDays,
        [string]$Filter,
        [switch]$Force,
        [string[]]$Include,
        [Parameter(ParameterSetName = 'LiteralPath', Mandatory, ValueFromPipelineByPropertyName)] [Alias('PSPath')] [string[]]$LiteralPath,
        [Parameter(ParameterSetName = 'Path', Mandatory, Position = 0, ValueFromPipeline, ValueFromPipelineByPropertyName)] [string[]]$Path,
        [switch]$SSLServerAuthentication,
        [string[]]$Stream,
        [Alias('usetx')] [switch]$UseTransaction
    )
    process {
        foreach ($item in & (Get-MfaRealCommand -Name 'Get-Item') @PSBoundParameters) {
            $version = if ($item -is [System.IO.FileInfo]) { Get-MfaStandInFileVersion -LiteralPath $item.FullName }
            if ($version) { $item | Add-Member -NotePropertyName 'VersionInfo' -NotePropertyValue ([pscustomobject]@{ FileVersion = $version }) -Force }
            $item
        }
    }
}
