# The key of PhoneFactor in the registry of this host (ADFS), with everything below it, as text: a line for each key and each
# value. What a PhoneFactor Agent keeps there is not public, so all of it is taken. Empty where there is no such key.
function Get-MfaRegistryText {
    [CmdletBinding()]
    [OutputType([string])]
    param()
    # 32-bit Windows has no Wow6432Node (ADFS2).
    $lines = 'HKLM:\SOFTWARE\Wow6432Node\Positive Networks', 'HKLM:\SOFTWARE\Positive Networks' | ForEach-Object -Process { Get-MfaRegistryLine -Key $_ }
    @($lines | ForEach-Object -Process { "$_`r`n" }) -join ''
}

# The lines of one key and of those below it, in one order everywhere.
function Get-MfaRegistryLine {
    [CmdletBinding()]
    [OutputType([string])]
    param([Parameter(Mandatory)] [string]$Key)
    try {
        $values = Get-ItemProperty -LiteralPath $Key -ErrorAction Stop
        "[$Key]"
    }
    catch [System.Management.Automation.ItemNotFoundException] { $values = $null }
    # What PowerShell adds to a key is no value of it.
    $added = 'PSPath', 'PSParentPath', 'PSChildName', 'PSDrive', 'PSProvider'
    $own = if ($null -ne $values) { $values.PSObject.Properties | Where-Object -Property Name -NotIn -Value $added | Sort-Object -Property Name }
    foreach ($value in $own) {
        $shown = @($value.Value | ForEach-Object -Process { ConvertTo-MfaRegistryWord -Value $_ }) -join ', '
        '{0} {1} = {2}' -f (ConvertTo-MfaRegistryWord -Value $value.Name), $value.TypeNameOfValue, $shown
    }
    Get-MfaSubkeyName -Key $Key | Sort-Object | ForEach-Object -Process { Get-MfaRegistryLine -Key "$Key\$_" }
}

# A number as it is, a text in quotes and on one line.
function ConvertTo-MfaRegistryWord {
    [CmdletBinding()]
    [OutputType([string])]
    param([AllowNull()] [object]$Value)
    if ($Value -isnot [string]) { return [string]$Value }
    '"{0}"' -f $Value.Replace('\', '\\').Replace('"', '\"').Replace("`r", '\r').Replace("`n", '\n')
}
