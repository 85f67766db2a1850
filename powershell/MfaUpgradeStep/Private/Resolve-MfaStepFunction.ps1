# The function of a request: one that the module exports, by its exact name.
function Resolve-MfaStepFunction {
    [CmdletBinding()]
    [OutputType([System.Management.Automation.FunctionInfo])]
    param(
        [Parameter(Mandatory)] [System.Management.Automation.PSModuleInfo]$Module,
        [Parameter(Mandatory)] [string]$Name
    )
    $found = $Module.ExportedFunctions.Values | Where-Object -FilterScript { $_.Name -ceq $Name }
    if ($null -eq $found) {
        $PSCmdlet.ThrowTerminatingError((New-MfaErrorRecord -Code RequestFunctionUnknown -Category InvalidArgument -Target $Name -Value $Name))
    }
    $found
}

# The parameters that a function declares itself; those that PowerShell adds to every function are not among them.
function Get-MfaStepParameterName {
    [CmdletBinding()]
    [OutputType([string])]
    param([Parameter(Mandatory)] [System.Management.Automation.FunctionInfo]$Function)
    $Function.ScriptBlock.Ast.Body.ParamBlock.Parameters | ForEach-Object -Process { $_.Name.VariablePath.UserPath }
}
