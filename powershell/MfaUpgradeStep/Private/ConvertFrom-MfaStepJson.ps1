# JSON to objects with every text left as it is. ConvertFrom-Json of PowerShell 6 and later turns what looks like a date
# into one; Windows PowerShell 5.1 does not, and has no JsonDocument.
function ConvertFrom-MfaStepJson {
    [CmdletBinding()]
    [OutputType([object])]
    param([Parameter(Mandatory)] [string]$Text)
    if ($PSVersionTable.PSVersion.Major -lt 6) { return ConvertFrom-Json -InputObject $Text }
    $document = [System.Text.Json.JsonDocument]::Parse($Text)
    try { ConvertFrom-MfaJsonElement -Element $document.RootElement } finally { $document.Dispose() }
}

function ConvertFrom-MfaJsonElement {
    [CmdletBinding()]
    [OutputType([object])]
    param([Parameter(Mandatory)] [object]$Element)
    switch ([string]$Element.ValueKind) {
        'Object' {
            $members = [ordered]@{}
            foreach ($member in $Element.EnumerateObject()) { $members.Add($member.Name, (ConvertFrom-MfaJsonElement -Element $member.Value)) }
            [pscustomobject]$members
        }
        'Array' {
            $items = @(foreach ($item in $Element.EnumerateArray()) { , (ConvertFrom-MfaJsonElement -Element $item) })
            , $items
        }
        'String' { $Element.GetString() }
        'Number' {
            [long]$whole = 0
            if ($Element.TryGetInt64([ref]$whole)) { $whole } else { $Element.GetDouble() }
        }
        'True' { $true }
        'False' { $false }
        default { $null }
    }
}
