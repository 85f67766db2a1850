# Reads request.json once: what is hashed is what is run.
function Read-MfaStepRequest {
    [CmdletBinding()]
    [OutputType([pscustomobject])]
    param([Parameter(Mandatory)] [AllowEmptyString()] [string]$RunFolder)
    if (-not (Test-MfaStepFolder -LiteralPath $RunFolder)) {
        $PSCmdlet.ThrowTerminatingError((New-MfaErrorRecord -Code RunFolderNotFound -Category InvalidArgument -Target $RunFolder -Value $RunFolder))
    }
    try {
        $bytes = [System.IO.File]::ReadAllBytes((Join-Path -Path $RunFolder -ChildPath 'request.json'))
        $text = (New-Object -TypeName System.Text.UTF8Encoding -ArgumentList $false, $true).GetString($bytes)
        $request = ConvertFrom-MfaStepJson -Text $text
        Assert-MfaStepRequestShape -Request $request
    }
    catch {
        $PSCmdlet.ThrowTerminatingError((New-MfaErrorRecord -Code RequestNotReadable -Category InvalidArgument -Target $RunFolder -Value $_.Exception.GetBaseException().Message -Cause $_.Exception))
    }
    $hash = [System.Security.Cryptography.SHA256]::Create()
    try { $digest = $hash.ComputeHash($bytes) } finally { $hash.Dispose() }
    [pscustomobject]@{
        Folder  = $RunFolder
        Request = $request
        Hash    = [System.BitConverter]::ToString($digest).Replace('-', '').ToLowerInvariant()
    }
}

function Test-MfaStepFolder {
    [CmdletBinding()]
    [OutputType([bool])]
    param([Parameter(Mandatory)] [AllowEmptyString()] [string]$LiteralPath)
    if (-not $LiteralPath -or -not [System.IO.Path]::IsPathRooted($LiteralPath)) { return $false }
    if (($LiteralPath -split '[\\/]') -contains '..') { return $false }
    Test-Path -LiteralPath $LiteralPath -PathType Container
}
