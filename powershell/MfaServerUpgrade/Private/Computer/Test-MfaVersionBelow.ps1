# Whether a dotted version is lower than another, number by number; parts that are missing count as 0.
function Test-MfaVersionBelow {
    [CmdletBinding()]
    [OutputType([bool])]
    param(
        [Parameter(Mandatory)] [string]$Version,
        [Parameter(Mandatory)] [string]$Than
    )
    $left = [long[]]($Version.Split('.'))
    $right = [long[]]($Than.Split('.'))
    for ($index = 0; $index -lt [Math]::Max($left.Count, $right.Count); $index++) {
        $one = if ($index -lt $left.Count) { $left[$index] } else { 0 }
        $other = if ($index -lt $right.Count) { $right[$index] } else { 0 }
        if ($one -ne $other) { return $one -lt $other }
    }
    $false
}
