# The real drives, with the free space that computer.json names where it names one.
function Get-PSDrive {
    [CmdletBinding(DefaultParameterSetName = 'Name')]
    param(
        [Parameter(ParameterSetName = 'LiteralName', Mandatory, Position = 0, ValueFromPipelineByPropertyName)] [string[]]$LiteralName,
        [Parameter(ParameterSetName = 'Name', Position = 0, ValueFromPipelineByPropertyName)] [string[]]$Name,
        [Parameter(ValueFromPipelineByPropertyName)] [string[]]$PSProvider,
        [Parameter(ValueFromPipelineByPropertyName)] [string]$Scope,
        [Alias('usetx')] [switch]$UseTransaction
    )
    process {
        $computer = Read-MfaStandInFile -Name 'computer.json'
        $free = $computer.PSObject.Properties['freeBytes']
        foreach ($drive in & (Get-MfaRealCommand -Name 'Get-PSDrive') @PSBoundParameters) {
            if ($null -eq $free -or $drive.Provider.Name -ne 'FileSystem') { $drive }
            else { [pscustomobject]@{ Name = $drive.Name; Root = $drive.Root; Provider = $drive.Provider; Free = [long]$free.Value } }
        }
    }
}
