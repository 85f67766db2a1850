# Objects of functions as plain data for JSON: dictionaries with camel case names, lists that stay lists, times as text.
function ConvertTo-MfaPlainData {
    [CmdletBinding()]
    [OutputType([object])]
    param([AllowNull()] [object]$Value)
    if ($null -eq $Value -or $Value -is [string] -or $Value -is [bool]) { return $Value }
    if ($Value -is [datetime]) { return $Value.ToUniversalTime().ToString('o', [cultureinfo]::InvariantCulture) }
    if ($Value -is [enum]) { return $Value.ToString() }
    if ($Value -is [valuetype]) { return $Value }
    if ($Value -is [System.Collections.IDictionary]) {
        $named = [ordered]@{}
        foreach ($key in $Value.Keys) { $named[(ConvertTo-MfaCamelCase -Name $key)] = ConvertTo-MfaPlainData -Value $Value[$key] }
        return $named
    }
    if ($Value -is [System.Collections.IEnumerable]) {
        $items = @(foreach ($item in $Value) { , (ConvertTo-MfaPlainData -Value $item) })
        return , $items
    }
    $members = [ordered]@{}
    foreach ($member in $Value.PSObject.Properties) { $members[(ConvertTo-MfaCamelCase -Name $member.Name)] = ConvertTo-MfaPlainData -Value $member.Value }
    $members
}

function ConvertTo-MfaCamelCase {
    [CmdletBinding()]
    [OutputType([string])]
    param([Parameter(Mandatory)] [string]$Name)
    $Name.Substring(0, 1).ToLowerInvariant() + $Name.Substring(1)
}
