# The module MfaServerUpgrade as one text that needs no other file: what stands in its files, in their order, as a module that
# lives in memory. So it travels through a session and leaves nothing behind on the host.
function Get-MfaStepModuleText {
    [CmdletBinding()]
    [OutputType([string])]
    param([Parameter(Mandatory)] [System.Management.Automation.PSModuleInfo]$Module)
    $folder = Split-Path -Path $Module.Path -Parent
    $messages = [System.IO.Path]::Combine($folder, 'en-US', 'MfaServerUpgrade.messages.psd1')
    $files = Get-ChildItem -LiteralPath (Join-Path -Path $folder -ChildPath 'Private'), (Join-Path -Path $folder -ChildPath 'Public') -Filter '*.ps1' -File -Recurse | Sort-Object -Property FullName
    $exported = @($Module.ExportedFunctions.Keys | Sort-Object | ForEach-Object -Process { "'$_'" }) -join ', '
    $parts = @(
        'New-Module -Name MfaServerUpgrade -ScriptBlock {'
        'Set-StrictMode -Version 3.0'
        '$ErrorActionPreference = ''Stop'''
        '$script:MfaWriteRoots = $null'
        '$script:MfaMessages ='
        [System.IO.File]::ReadAllText($messages)
        $files | ForEach-Object -Process { [System.IO.File]::ReadAllText($_.FullName) }
        "Export-ModuleMember -Function $exported"
        '} | Import-Module -Global'
    )
    $parts -join "`n"
}
