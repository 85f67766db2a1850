# The cmdlet that a stand-in stands before.
function Get-MfaRealCommand {
    [CmdletBinding()]
    [OutputType([System.Management.Automation.CommandInfo])]
    param([Parameter(Mandatory)] [string]$Name)
    Get-Command -Name $Name -CommandType Cmdlet
}
