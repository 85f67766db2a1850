# The named arguments of a call. A name that the function does not declare is refused, so is a value that is no text,
# number, truth value or list of texts. The verifying function takes of them what it declares.
function Get-MfaStepArgument {
    [CmdletBinding()]
    [OutputType([hashtable])]
    param(
        [Parameter(Mandatory)] [pscustomobject]$Parameters,
        [Parameter(Mandatory)] [AllowEmptyCollection()] [string[]]$Declared
    )
    $arguments = @{}
    foreach ($parameter in $Parameters.PSObject.Properties) {
        if ($parameter.Name -eq 'ComputerName' -or $Declared -notcontains $parameter.Name) {
            $PSCmdlet.ThrowTerminatingError((New-MfaErrorRecord -Code RequestParameterUnknown -Category InvalidArgument -Target $parameter.Name -Value $parameter.Name))
        }
        if (-not (Test-MfaStepValue -Value $parameter.Value)) {
            $PSCmdlet.ThrowTerminatingError((New-MfaErrorRecord -Code RequestValueUnfit -Category InvalidArgument -Target $parameter.Name -Value $parameter.Name))
        }
        $arguments[$parameter.Name] = if ($parameter.Value -is [array]) { [string[]]$parameter.Value } else { $parameter.Value }
    }
    $arguments
}

function Test-MfaStepValue {
    [CmdletBinding()]
    [OutputType([bool])]
    param([Parameter(Mandatory)] [AllowNull()] [AllowEmptyString()] [AllowEmptyCollection()] [object]$Value)
    if ($Value -is [array]) { return @($Value | Where-Object -FilterScript { $_ -isnot [string] }).Count -eq 0 }
    $Value -is [string] -or $Value -is [bool] -or $Value -is [int] -or $Value -is [long] -or $Value -is [double] -or $Value -is [decimal]
}
