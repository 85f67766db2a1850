# A host that nobody reaches from here gets a bundle: one folder to carry there, with one script that needs no other file of
# ours, and three sentences of what to do. It is whole or not there: made under another name, then renamed.
function New-MfaStepBundle {
    [CmdletBinding()]
    param([Parameter(Mandatory)] [pscustomobject]$Run)
    $module = (Get-MfaStepBinding -Request $Run.Request).Module
    $folder = Get-MfaStepBundleFolder -RunFolder $Run.Folder
    [void][System.IO.Directory]::CreateDirectory("$folder.partial")
    # With a byte order mark, by which Windows PowerShell and its Notepad know UTF-8.
    $encoding = New-Object -TypeName System.Text.UTF8Encoding -ArgumentList $true
    [System.IO.File]::WriteAllText((Join-Path -Path "$folder.partial" -ChildPath 'Invoke-MfaBundle.ps1'), (Get-MfaStepBundleText -Run $Run -Module $module), $encoding)
    [System.IO.File]::WriteAllText((Join-Path -Path "$folder.partial" -ChildPath 'README.txt'), (Get-MfaStepBundleReadme -Request $Run.Request), $encoding)
    [System.IO.Directory]::Move("$folder.partial", $folder)
}

function Get-MfaStepBundleFolder {
    [CmdletBinding()]
    [OutputType([string])]
    param([Parameter(Mandatory)] [string]$RunFolder)
    Join-Path -Path $RunFolder -ChildPath 'bundle'
}

# Whether a request goes to its host in a bundle. In a rehearsal every host answers, so there only a test asks for one.
function Test-MfaStepByBundle {
    [CmdletBinding()]
    [OutputType([bool])]
    param([Parameter(Mandatory)] [pscustomobject]$Request)
    if ($Request.host.transport -ne 'bundle') { return $false }
    $Request.mode -ceq 'production' -or (Get-MfaStepMember -Object (Get-MfaStepMember -Object $Request -Name 'rehearsal') -Name 'bundle') -eq $true
}

# Whether the bundle of this run was made before. Then it may have been started on its host.
function Test-MfaStepBundleOut {
    [CmdletBinding()]
    [OutputType([bool])]
    param([Parameter(Mandatory)] [pscustomobject]$Run)
    (Test-MfaStepByBundle -Request $Run.Request) -and (Test-Path -LiteralPath (Get-MfaStepBundleFolder -RunFolder $Run.Folder) -PathType Container)
}

# The script. Values stand in it as base64 and hex only, so that none becomes code; an old PowerShell can read it to its
# second line and is told there.
function Get-MfaStepBundleText {
    [CmdletBinding()]
    [OutputType([string])]
    param(
        [Parameter(Mandatory)] [pscustomobject]$Run,
        [Parameter(Mandatory)] [System.Management.Automation.PSModuleInfo]$Module
    )
    $tooOld = Get-MfaMessage -Code BundleNeedsPowerShell
    $parts = @(
        '# One step of an upgrade of MFA Server, carried to its host. README.txt beside it says what to do.'
        '[CmdletBinding()]'
        'param()'
        'Set-StrictMode -Version 3.0'
        '$ErrorActionPreference = ''Stop'''
        '$ProgressPreference = ''SilentlyContinue'''
        'if ($PSVersionTable.PSVersion.Major -lt 5 -or ($PSVersionTable.PSVersion.Major -eq 5 -and $PSVersionTable.PSVersion.Minor -lt 1)) {'
        "    Write-Output '$($tooOld.Message) $($tooOld.Remedy)'"
        '    exit 2'
        '}'
        Get-MfaStepOwnText -Rehearsal:($Run.Request.mode -ceq 'rehearsal')
        Get-MfaStepModuleText -Module $Module
        '$code = 130'
        "try { `$code = Invoke-MfaStepBundle -Folder `$PSScriptRoot -Request '$([System.Convert]::ToBase64String($Run.Bytes))' -RequestHash '$($Run.Hash)' -InformationAction Continue }"
        'finally { if ($code -eq 130) { [System.Environment]::Exit($code) } }'
        'exit $code'
    )
    $parts -join "`n"
}

# Whether a request only fetches files: they are in its result.
function Test-MfaStepCollects {
    [CmdletBinding()]
    [OutputType([bool])]
    param([Parameter(Mandatory)] [pscustomobject]$Request)
    (Get-MfaStepMember -Object $Request -Name 'collects') -eq $true
}

function Get-MfaStepBundleReadme {
    [CmdletBinding()]
    [OutputType([string])]
    param([Parameter(Mandatory)] [pscustomobject]$Request)
    $collects = Test-MfaStepCollects -Request $Request
    $holdsFile = $collects -or $null -ne (Get-MfaStepMember -Object $Request -Name 'publication')
    $lines = @(
        '{0}, for {1}' -f (ConvertTo-MfaVisibleText -Text $Request.title), (ConvertTo-MfaVisibleText -Text $Request.host.name)
        ''
        '1. Copy this folder to a disk of {0}, where only administrators can write.' -f (ConvertTo-MfaVisibleText -Text $Request.host.name)
        '2. Start Windows PowerShell there as administrator, go to the folder, and type: powershell.exe -NoProfile -ExecutionPolicy RemoteSigned -File .\Invoke-MfaBundle.ps1'
        if ($collects) { '3. Carry the whole folder back to where it came from: the files are in its result.json, and the code of the last line is not enough.' }
        else { '3. Carry the whole folder back to where it came from, with result.json in it, or type the code of the last line into Mark as Done.' }
        if ($holdsFile) { '4. Delete every other copy of this folder: it holds a config file, and that may hold the password of the Web Service SDK.' }
        ''
    )
    $lines -join "`r`n"
}
