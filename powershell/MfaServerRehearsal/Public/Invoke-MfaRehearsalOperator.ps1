function Invoke-MfaRehearsalOperator {
    <#
    .SYNOPSIS
    Does on a simulated farm what a person does in consoles, for one step, and lets its minutes pass.
    .DESCRIPTION
    Says in words what was done. A step that the table does not know takes its minutes and changes nothing.
    .PARAMETER Hosts
    Folder of the simulated hosts.
    .PARAMETER Step
    Id of the step, without its target.
    .PARAMETER HostName
    Target of the step: a host, an AD FS farm or the farm itself.
    .PARAMETER Minute
    Minutes that a person takes for it.
    .PARAMETER Directory
    Virtual directory of the web component that the step is about.
    .PARAMETER Site
    Site of IIS below which it lies.
    .PARAMETER BesideFunction
    A function does the step's own part, with Windows NLB; a person does only what no function reaches.
    .EXAMPLE
    Invoke-MfaRehearsalOperator -Hosts ./hosts -Step take-out-of-traffic -HostName mfa02.contoso.example -Minute 3
    Takes mfa02 out of every pool and client list of the simulated farm, three minutes later.
    #>
    [CmdletBinding()]
    [OutputType([string])]
    param(
        [Parameter(Mandatory)] [string]$Hosts,
        [Parameter(Mandatory)] [string]$Step,
        [Parameter(Mandatory)] [string]$HostName,
        [Parameter(Mandatory)] [double]$Minute,
        [string]$Directory = '',
        [string]$Site = '',
        [switch]$BesideFunction
    )
    Set-MfaOperatorPlace -Hosts $Hosts -HostName $HostName
    if ($Minute -gt 0) { Add-MfaSimulatedMinute -Minute $Minute }
    $act = Get-MfaOperatorAct -Step $Step
    if ($null -eq $act) { return 'took the minutes of the step, the simulated farm stayed as it was' }
    $name = $act.Name
    $arguments = $act.Arguments
    if ($Directory -and (Get-Command -Name $name).Parameters.ContainsKey('Directory')) { $arguments['Directory'] = $Directory; $arguments['Site'] = $Site }
    & $name -HostName $HostName.TrimEnd('.').ToLowerInvariant() -BesideFunction:$BesideFunction @arguments
}
