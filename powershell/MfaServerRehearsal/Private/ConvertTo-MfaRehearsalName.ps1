# The folder name of a host: without case and trailing dot. Anything but a DNS name could lead out of the rehearsal folder.
function ConvertTo-MfaRehearsalName {
    [CmdletBinding()]
    [OutputType([string])]
    param([Parameter(Mandatory)] [AllowEmptyString()] [string]$Name)
    $folder = $Name.TrimEnd('.').ToLowerInvariant()
    if ($folder -cnotmatch '\A[a-z0-9_][a-z0-9_-]*(\.[a-z0-9_][a-z0-9_-]*)*\z' -or $folder.Length -gt 253) {
        $PSCmdlet.ThrowTerminatingError((New-MfaErrorRecord -Code RehearsalHostUnfit -Category InvalidArgument -Target $Name -Value $Name))
    }
    $folder
}
