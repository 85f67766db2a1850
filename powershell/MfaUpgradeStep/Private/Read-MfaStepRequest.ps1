# Reads request.json once: what is hashed is what is run.
function Read-MfaStepRequest {
    [CmdletBinding()]
    [OutputType([pscustomobject])]
    param([Parameter(Mandatory)] [AllowEmptyString()] [string]$RunFolder)
    if (-not (Test-MfaStepFolder -LiteralPath $RunFolder)) {
        $PSCmdlet.ThrowTerminatingError((New-MfaErrorRecord -Code RunFolderNotFound -Category InvalidArgument -Target $RunFolder -Value $RunFolder))
    }
    ConvertFrom-MfaStepRequest -RunFolder $RunFolder -Read { [System.IO.File]::ReadAllBytes((Join-Path -Path $RunFolder -ChildPath 'request.json')) }
}

# The request in some bytes, with the hash of these very bytes.
function ConvertFrom-MfaStepRequest {
    [CmdletBinding()]
    [OutputType([pscustomobject])]
    param(
        [Parameter(Mandatory)] [string]$RunFolder,
        [Parameter(Mandatory)] [scriptblock]$Read
    )
    try {
        $bytes = [byte[]](& $Read)
        $text = (New-Object -TypeName System.Text.UTF8Encoding -ArgumentList $false, $true).GetString($bytes)
        $request = ConvertFrom-MfaStepJson -Text $text
        Assert-MfaStepRequestShape -Request $request
    }
    catch {
        $PSCmdlet.ThrowTerminatingError((New-MfaErrorRecord -Code RequestNotReadable -Category InvalidArgument -Target $RunFolder -Value $_.Exception.GetBaseException().Message -Cause $_.Exception))
    }
    [pscustomobject]@{
        Folder  = $RunFolder
        Request = $request
        Bytes   = $bytes
        Hash    = Get-MfaStepHash -Bytes $bytes
    }
}

# SHA-256 in lower-case hex.
function Get-MfaStepHash {
    [CmdletBinding()]
    [OutputType([string])]
    param([Parameter(Mandatory)] [AllowEmptyCollection()] [byte[]]$Bytes)
    $hash = [System.Security.Cryptography.SHA256]::Create()
    try { $digest = $hash.ComputeHash($Bytes) } finally { $hash.Dispose() }
    [System.BitConverter]::ToString($digest).Replace('-', '').ToLowerInvariant()
}

function Test-MfaStepFolder {
    [CmdletBinding()]
    [OutputType([bool])]
    param([Parameter(Mandatory)] [AllowEmptyString()] [string]$LiteralPath)
    if (-not $LiteralPath -or -not [System.IO.Path]::IsPathRooted($LiteralPath)) { return $false }
    if (($LiteralPath -split '[\\/]') -contains '..') { return $false }
    Test-Path -LiteralPath $LiteralPath -PathType Container
}
