# Whether a request has every member that the script reads, each of its type. Nothing is guessed for a missing one.
function Assert-MfaStepRequestShape {
    [CmdletBinding()]
    param([Parameter(Mandatory)] [AllowNull()] [object]$Request)
    $expected = @{
        v = [long]; run = [string]; upgradeId = [string]; step = [string]; title = [string]; target = [string]
        function = [string]; verify = [string]; mode = [string]; whatIf = [bool]; changes = [bool]
        parameters = [pscustomobject]; host = [pscustomobject]
    }
    foreach ($name in $expected.Keys | Sort-Object) { Assert-MfaStepMember -Object $Request -Name $name -Type $expected[$name] }
    Assert-MfaStepMember -Object $Request.host -Name 'name' -Type ([string])
    Assert-MfaStepMember -Object $Request.host -Name 'transport' -Type ([string])
    if ($Request.v -ne 1) { throw "The request has the version $($Request.v), and this script knows version 1." }
}

function Assert-MfaStepMember {
    [CmdletBinding()]
    param(
        [Parameter(Mandatory)] [AllowNull()] [object]$Object,
        [Parameter(Mandatory)] [string]$Name,
        [Parameter(Mandatory)] [type]$Type
    )
    $member = if ($Object -is [pscustomobject]) { $Object.PSObject.Properties[$Name] }
    if ($null -eq $member) { throw "The member $Name is missing." }
    # Windows PowerShell reads whole numbers as Int32.
    $isRight = if ($Type -eq [long]) { $member.Value -is [long] -or $member.Value -is [int] } else { $member.Value -is $Type }
    if (-not $isRight) { throw "The member $Name has another type than it should." }
}
