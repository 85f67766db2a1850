# Answers for the registry from registry.json, and leaves every other path to the cmdlet.
function Get-ItemProperty {
    [CmdletBinding(DefaultParameterSetName = 'Path')]
    param(
        [Parameter(ValueFromPipelineByPropertyName)] [pscredential]$Credential,
        [string[]]$Exclude,
        [string]$Filter,
        [string[]]$Include,
        [Parameter(ParameterSetName = 'LiteralPath', Mandatory, ValueFromPipelineByPropertyName)] [Alias('PSPath')] [string[]]$LiteralPath,
        [Parameter(Position = 1)] [Alias('PSProperty')] [string[]]$Name,
        [Parameter(ParameterSetName = 'Path', Mandatory, Position = 0, ValueFromPipeline, ValueFromPipelineByPropertyName)] [string[]]$Path,
        [Alias('usetx')] [switch]$UseTransaction
    )
    process {
        $keys = if ($PSCmdlet.ParameterSetName -eq 'LiteralPath') { $LiteralPath } else { $Path }
        foreach ($key in $keys) {
            if ($key -notmatch '^HKLM:') {
                & (Get-MfaRealCommand -Name 'Get-ItemProperty') @PSBoundParameters
                return
            }
            $entry = (Read-MfaStandInFile -Name 'registry.json').PSObject.Properties[$key.TrimEnd('\')]
            if ($null -eq $entry) { Write-MfaMissingKey -Cmdlet $PSCmdlet -Key $key }
            else { ConvertTo-MfaRegistryValue -Values $entry.Value -Name $Name }
        }
    }
}

function Write-MfaMissingKey {
    [CmdletBinding()]
    param([System.Management.Automation.PSCmdlet]$Cmdlet, [string]$Key)
    $exception = New-Object -TypeName System.Management.Automation.ItemNotFoundException -ArgumentList "Cannot find path '$Key' because it does not exist."
    $Cmdlet.WriteError((New-Object -TypeName System.Management.Automation.ErrorRecord -ArgumentList $exception, 'PathNotFound', 'ObjectNotFound', $Key))
}

function ConvertTo-MfaRegistryValue {
    [CmdletBinding()]
    [OutputType([pscustomobject])]
    param([object]$Values, [string[]]$Name)
    $found = [ordered]@{}
    foreach ($value in $Values.PSObject.Properties) {
        if ($Name -and $Name -notcontains $value.Name) { continue }
        $found[$value.Name] = if ($value.Value -is [string]) { Expand-MfaStandInPath -Text $value.Value } else { $value.Value }
    }
    [pscustomobject]$found
}
