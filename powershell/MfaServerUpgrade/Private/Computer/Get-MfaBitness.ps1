# Whether Windows and this process are 64-bit. Windows is asked by its own word for itself, which holds the number in every
# language.
function Get-MfaBitness {
    [CmdletBinding()]
    [OutputType([pscustomobject])]
    param()
    $system = Get-CimInstance -ClassName 'Win32_OperatingSystem' -ErrorAction Stop
    [pscustomobject]@{
        Is64BitSystem  = $system.OSArchitecture -match '64'
        Is64BitProcess = [System.Environment]::Is64BitProcess
    }
}
