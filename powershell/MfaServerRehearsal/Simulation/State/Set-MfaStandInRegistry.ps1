# Writes or removes one value of a key of the simulated host. A key that is not there is said to be missing, as Windows says it.
function Set-MfaStandInRegistry {
    [CmdletBinding()]
    param(
        [Parameter(Mandatory)] [System.Management.Automation.PSCmdlet]$Cmdlet,
        [Parameter(Mandatory)] [string]$Key,
        [Parameter(Mandatory)] [string]$Name,
        [AllowNull()] [object]$Value,
        [switch]$Remove
    )
    $registry = Read-MfaStandInFile -Name 'registry.json'
    $entry = $registry.PSObject.Properties[$Key.TrimEnd('\')]
    if ($null -eq $entry) { return Write-MfaMissingKey -Cmdlet $Cmdlet -Key $Key }
    if ($Remove) { $entry.Value.PSObject.Properties.Remove($Name) }
    else { $entry.Value | Add-Member -NotePropertyName $Name -NotePropertyValue $Value -Force }
    Write-MfaStandInFile -Name 'registry.json' -Value $registry
}
