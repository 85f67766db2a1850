# Answers for keys of the registry from registry.json, and leaves every other path to the cmdlet.
function Get-ChildItem {
    [CmdletBinding(DefaultParameterSetName = 'Items')]
    param(
        [System.Management.Automation.FlagsExpression[System.IO.FileAttributes]]$Attributes,
        [switch]$CodeSigningCert,
        [uint32]$Depth,
        [Alias('ad', 'd')] [switch]$Directory,
        [object]$DnsName,
        [switch]$DocumentEncryptionCert,
        [string]$Eku,
        [string[]]$Exclude,
        [int]$ExpiringInDays,
        [Alias('af')] [switch]$File,
        [Parameter(Position = 1)] [string]$Filter,
        [switch]$FollowSymlink,
        [switch]$Force,
        [Alias('ah', 'h')] [switch]$Hidden,
        [string[]]$Include,
        [Parameter(ParameterSetName = 'LiteralItems', Mandatory, ValueFromPipelineByPropertyName)] [Alias('PSPath')] [string[]]$LiteralPath,
        [switch]$Name,
        [Parameter(ParameterSetName = 'Items', Position = 0, ValueFromPipeline, ValueFromPipelineByPropertyName)] [string[]]$Path,
        [Alias('ar')] [switch]$ReadOnly,
        [Alias('s')] [switch]$Recurse,
        [switch]$SSLServerAuthentication,
        [Alias('as')] [switch]$System,
        [Alias('usetx')] [switch]$UseTransaction
    )
    process {
        $keys = if ($PSBoundParameters.ContainsKey('LiteralPath')) { $LiteralPath } else { $Path }
        if ("$keys" -notmatch '^HKLM:') { & (Get-MfaRealCommand -Name 'Get-ChildItem') @PSBoundParameters }
        else { foreach ($key in $keys) { Read-MfaStandInSubkey -Cmdlet $PSCmdlet -Key $key.TrimEnd('\') } }
    }
}

# The keys right below a key, each with its own name; a key that is there only through what lies below it counts too.
function Read-MfaStandInSubkey {
    [CmdletBinding()]
    [OutputType([pscustomobject])]
    param([System.Management.Automation.PSCmdlet]$Cmdlet, [string]$Key)
    $all = @((Read-MfaStandInFile -Name 'registry.json').PSObject.Properties.Name)
    $below = @($all | Where-Object -FilterScript { $_.StartsWith("$Key\", [System.StringComparison]::OrdinalIgnoreCase) })
    if ($below.Count -eq 0 -and $all -notcontains $Key) { return Write-MfaMissingKey -Cmdlet $Cmdlet -Key $Key }
    $below | ForEach-Object -Process { $_.Substring($Key.Length + 1).Split('\')[0] } | Sort-Object -Unique | ForEach-Object -Process { [pscustomobject]@{ PSChildName = $_ } }
}
