function Test-MfaAdfsRule {
    <#
    .SYNOPSIS
    Says which rules of this AD FS farm ask for a second factor, and what becomes of them while the old adapter is off.
    .DESCRIPTION
    Reads the global rules, those of each relying party and, where AD FS has them, of each Web API application. A rule that names
    the old provider has a number for its decision. What happens where a rule asks and no provider is left is not proved: an error
    is to be expected. Sources: MIGF, PS-Register.
    .PARAMETER ComputerName
    Name of the host that is meant. On any other computer the function refuses.
    .PARAMETER RegisteredProvider
    Name of the old provider, as the farm file has it.
    .OUTPUTS
    Verified, and a finding for each place.
    .EXAMPLE
    Test-MfaAdfsRule -ComputerName fs01.contoso.example -RegisteredProvider WindowsAzureMultiFactorAuthentication
    #>
    [CmdletBinding()]
    [OutputType([pscustomobject])]
    param(
        [Parameter(Mandatory)] [ValidatePattern('^[A-Za-z0-9_][A-Za-z0-9_.-]{0,252}$')] [string]$ComputerName,
        [ValidatePattern('^[\x21-\x7e]{1,256}$')] [string]$RegisteredProvider
    )
    Assert-MfaComputer -ComputerName $ComputerName
    Invoke-MfaVerification -ComputerName $ComputerName -Code AdfsRuleNotRead -Look {
        $name = Get-MfaRegisteredAdapter -RegisteredProvider $RegisteredProvider
        $left = @(Get-MfaAdfsProviderList | Where-Object -FilterScript { $_ -ne $name })
        $others = @(Get-MfaAdfsProvider | Where-Object -FilterScript { $_ -ne $name })
        $places = @(Get-MfaAdfsRulePlace)
        $number = 0
        foreach ($place in $places | Where-Object -FilterScript { $_.Rules.Trim() }) {
            if (Test-MfaTextInside -Text $place.Rules -Part $name) { $number++ }
            Get-MfaAdfsRuleFinding -ComputerName $ComputerName -Place $place -Provider $name -Other $others -Left $left -Number $number
        }
        $bare = @($places | Where-Object -FilterScript { -not $_.Rules.Trim() }).Count
        New-MfaFinding -Code AdfsRulesNone -Severity information -ComputerName $ComputerName -Value $bare
    }
}
