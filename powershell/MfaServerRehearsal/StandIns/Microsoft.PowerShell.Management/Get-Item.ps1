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
            # The type has a member of this name; Add-Member would refuse, and one that is added unasked stands before it.
            if ($version) { $item.PSObject.Members.Add((New-Object -TypeName System.Management.Automation.PSNoteProperty -ArgumentList 'VersionInfo', ([pscustomobject]@{ FileVersion = $version })), $true) }
            $item
        }
    }
}
