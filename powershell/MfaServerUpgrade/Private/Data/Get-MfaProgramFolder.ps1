# The program folder of MFA Server or the agent on this host, without a separator at its end.
function Get-MfaProgramFolder {
    [CmdletBinding()]
    [OutputType([string])]
    param([string]$InstallPath)
    $program = (Get-MfaInstallPath -InstallPath $InstallPath).TrimEnd('\', '/')
    if (-not (Test-MfaLocalPath -LiteralPath $program)) {
        $PSCmdlet.ThrowTerminatingError((New-MfaErrorRecord -Code InstallPathNotLocal -Category InvalidArgument -Target $program -Value $program))
    }
    if (-not (Test-Path -LiteralPath $program -PathType Container)) {
        $PSCmdlet.ThrowTerminatingError((New-MfaErrorRecord -Code ProgramFolderNotFound -Category ObjectNotFound -Target $program -Value $program))
    }
    $program
}
