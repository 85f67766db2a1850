# The sites of a simulated host, this one where no other is named. A host without IIS has none.
function Read-MfaStandInSite {
    [CmdletBinding()]
    [OutputType([pscustomobject])]
    param([string]$HostName)
    $iis = Read-MfaStandInIis -HostName $HostName
    if ($null -ne $iis) { $iis.sites }
}

function Read-MfaStandInIis {
    [CmdletBinding()]
    [OutputType([pscustomobject])]
    param([string]$HostName)
    $name = if ($HostName) { '../{0}/iis.json' -f $HostName } else { 'iis.json' }
    if ([System.IO.File]::Exists([System.IO.Path]::Combine($script:HostFolder, $name))) { Read-MfaStandInFile -Name $name }
}
