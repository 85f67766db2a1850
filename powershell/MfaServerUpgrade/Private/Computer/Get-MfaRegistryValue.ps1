# One value of a registry key: null where key or value is absent. Everything else that goes wrong is an error, so that
# "not there" never stands for "not allowed to look".
function Get-MfaRegistryValue {
    [CmdletBinding()]
    [OutputType([object])]
    param(
        [Parameter(Mandatory)] [string]$Key,
        [Parameter(Mandatory)] [string]$Name
    )
    try {
        $values = Get-ItemProperty -LiteralPath $Key -ErrorAction Stop
    }
    catch [System.Management.Automation.ItemNotFoundException] {
        return $null
    }
    # A key without any value gives nothing.
    if ($null -eq $values) { return $null }
    $value = $values.PSObject.Properties[$Name]
    if ($null -ne $value) { $value.Value }
}
