# One word of a command line: Start-Process adds no quotes, so what holds blanks gets them here. No value of ours has quotes.
function ConvertTo-MfaArgument {
    [CmdletBinding()]
    [OutputType([string])]
    param([Parameter(Mandatory)] [string]$Value)
    if ($Value.Contains('"')) { throw 'A value with a quote cannot stand on a command line.' }
    if ($Value -match '\s') { '"{0}"' -f $Value } else { $Value }
}
