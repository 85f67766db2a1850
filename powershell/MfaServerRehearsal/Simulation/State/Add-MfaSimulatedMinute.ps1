# The simulated clock: minutes since the evening began.
function Add-MfaSimulatedMinute {
    [CmdletBinding()]
    param([Parameter(Mandatory)] [double]$Minute)
    $farm = Read-MfaStandInFarm
    $farm.minutes = [Math]::Round($farm.minutes + $Minute, 3)
    Write-MfaStandInFarm -Farm $farm
}
