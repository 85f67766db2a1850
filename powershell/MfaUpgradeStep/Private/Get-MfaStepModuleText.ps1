# The module MfaServerUpgrade as one text that needs no other file: what stands in its files, in their order, as a module that
# lives in memory. So it travels through a session and leaves nothing behind on the host.
function Get-MfaStepModuleText {
    [CmdletBinding()]
    [OutputType([string])]
    param([Parameter(Mandatory)] [System.Management.Automation.PSModuleInfo]$Module)
    $text = @{
        Folder = Split-Path -Path $Module.Path -Parent
        Source = 'Private', 'Public'
        Line   = '$script:MfaWriteRoots = $null'
        Export = @($Module.ExportedFunctions.Keys)
    }
    Join-MfaStepModuleText @text
}

# This module in the same way, as a bundle carries it. A rehearsal's bundle finds the simulation where it was made.
function Get-MfaStepOwnText {
    [CmdletBinding()]
    [OutputType([string])]
    param([switch]$Rehearsal)
    $modules = if ($Rehearsal) { "'{0}'" -f [System.Management.Automation.Language.CodeGeneration]::EscapeSingleQuotedStringContent($script:MfaModulesFolder) } else { '$null' }
    $text = @{
        Folder = Join-Path -Path $script:MfaModulesFolder -ChildPath 'MfaUpgradeStep'
        Source = (Join-Path -Path '..' -ChildPath 'MfaServerUpgrade/Private/Report'), 'Private'
        Line   = ('$script:MfaModulesFolder = {0}' -f $modules), '$script:MfaStepCarried = $true'
        Export = 'Invoke-MfaStepBundle'
    }
    Join-MfaStepModuleText @text
}

function Join-MfaStepModuleText {
    [CmdletBinding()]
    [OutputType([string])]
    param(
        [Parameter(Mandatory)] [string]$Folder,
        # Folders of its functions, as seen from it.
        [Parameter(Mandatory)] [string[]]$Source,
        # Variables that its psm1 sets.
        [Parameter(Mandatory)] [string[]]$Line,
        [Parameter(Mandatory)] [string[]]$Export
    )
    $name = [System.IO.Path]::GetFileName($Folder)
    $messages = [System.IO.Path]::Combine($Folder, 'en-US', "$name.messages.psd1")
    $files = $Source | ForEach-Object -Process { Get-ChildItem -LiteralPath (Join-Path -Path $Folder -ChildPath $_) -Filter '*.ps1' -File -Recurse } | Sort-Object -Property FullName
    $parts = @(
        "New-Module -Name $name -ScriptBlock {"
        'Set-StrictMode -Version 3.0'
        '$ErrorActionPreference = ''Stop'''
        $Line
        '$script:MfaMessages ='
        [System.IO.File]::ReadAllText($messages)
        $files | ForEach-Object -Process { [System.IO.File]::ReadAllText($_.FullName) }
        'Export-ModuleMember -Function {0}' -f (@($Export | Sort-Object | ForEach-Object -Process { "'$_'" }) -join ', ')
        '} | Import-Module -Global'
    )
    $parts -join "`n"
}
