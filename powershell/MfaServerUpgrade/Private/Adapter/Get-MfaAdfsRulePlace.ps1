# Every place of this AD FS farm that has rules of its own for the second factor, in the order of their numbers: the global
# rules, the relying parties, the Web API applications where AD FS has them (2016 and later).
function Get-MfaAdfsRulePlace {
    [CmdletBinding()]
    [OutputType([pscustomobject])]
    param()
    New-MfaAdfsRulePlace -Name 'The global rules' -Rules (Get-AdfsAdditionalAuthenticationRule -ErrorAction Stop)
    Get-AdfsRelyingPartyTrust -ErrorAction Stop | Sort-Object -Property Name | ForEach-Object -Process { New-MfaAdfsRulePlace -Name ('The relying party {0}' -f $_.Name) -Rules $_ }
    if (Get-Command -Name 'Get-AdfsWebApiApplication' -ErrorAction Ignore) {
        Get-AdfsWebApiApplication -ErrorAction Stop | Sort-Object -Property Name | ForEach-Object -Process { New-MfaAdfsRulePlace -Name ('The application {0}' -f $_.Name) -Rules $_ }
    }
}

function New-MfaAdfsRulePlace {
    [Diagnostics.CodeAnalysis.SuppressMessageAttribute('PSUseShouldProcessForStateChangingFunctions', '', Justification = 'Makes an object only.')]
    [CmdletBinding()]
    [OutputType([pscustomobject])]
    param([string]$Name, [AllowNull()] [object]$Rules)
    $member = if ($null -ne $Rules -and $Rules -isnot [string]) { $Rules.PSObject.Properties['AdditionalAuthenticationRules'] }
    [pscustomobject]@{ Name = $Name; Rules = [string]$(if ($null -ne $member) { $member.Value } elseif ($Rules -is [string]) { $Rules }) }
}

# What becomes of a place whose rules ask for a second factor, between off and on and after.
function Get-MfaAdfsRuleFinding {
    [CmdletBinding()]
    [OutputType([pscustomobject])]
    param([string]$ComputerName, [pscustomobject]$Place, [string]$Provider, [string[]]$Other, [string[]]$Left, [int]$Number)
    $given = @{ ComputerName = $ComputerName }
    if (Test-MfaTextInside -Text $Place.Rules -Part $Provider) {
        return New-MfaFinding -Code AdfsRuleNamesProvider -Severity warning -Value $Place.Name, $Provider, $Number @given
    }
    $named = @($Other | Where-Object -FilterScript { Test-MfaTextInside -Text $Place.Rules -Part $_ })
    if ($named.Count -gt 0) { return New-MfaFinding -Code AdfsRuleNamesOther -Severity information -Value $Place.Name, ($named -join ', ') @given }
    if ($Left.Count -gt 0) { return New-MfaFinding -Code AdfsRuleAsksOther -Severity information -Value $Place.Name, ($Left -join ', ') @given }
    New-MfaFinding -Code AdfsRuleAsksNobody -Severity warning -Value $Place.Name, $Provider @given
}

# Whether a text holds another one. Upper and lower case do not count: articles write the names of providers both ways.
function Test-MfaTextInside {
    [CmdletBinding()]
    [OutputType([bool])]
    param([string]$Text, [string]$Part)
    $Text.IndexOf($Part, [System.StringComparison]::OrdinalIgnoreCase) -ge 0
}
