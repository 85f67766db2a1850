# Asks the simulated hosts, never the network.
function Invoke-WebRequest {
    [CmdletBinding()]
    param(
        [Parameter(ValueFromPipeline)] [object]$Body,
        [System.Security.Cryptography.X509Certificates.X509Certificate]$Certificate,
        [string]$CertificateThumbprint,
        [string]$ContentType,
        [pscredential]$Credential,
        [switch]$DisableKeepAlive,
        [System.Collections.IDictionary]$Headers,
        [string]$InFile,
        [int]$MaximumRedirection,
        [Microsoft.PowerShell.Commands.WebRequestMethod]$Method,
        [string]$OutFile,
        [switch]$PassThru,
        [System.Uri]$Proxy,
        [pscredential]$ProxyCredential,
        [switch]$ProxyUseDefaultCredentials,
        [Alias('SV')] [string]$SessionVariable,
        [int]$TimeoutSec,
        [string]$TransferEncoding,
        [Parameter(Mandatory, Position = 0)] [System.Uri]$Uri,
        [switch]$UseBasicParsing,
        [switch]$UseDefaultCredentials,
        [string]$UserAgent,
        [Microsoft.PowerShell.Commands.WebRequestSession]$WebSession
    )
    process {
        $answer = Get-MfaSimulatedWebAnswer -Uri $Uri -Credential $Credential
        if ($answer.StatusCode -eq 200) { return $answer }
        $exception = New-Object -TypeName System.InvalidOperationException -ArgumentList ('The simulated request ended with: {0}' -f $answer.Content)
        if ($answer.StatusCode -ne 0) { $exception | Add-Member -NotePropertyName 'Response' -NotePropertyValue ([pscustomobject]@{ StatusCode = $answer.StatusCode }) }
        $PSCmdlet.ThrowTerminatingError((New-Object -TypeName System.Management.Automation.ErrorRecord -ArgumentList $exception, 'WebCmdletWebResponseException', 'InvalidOperation', $Uri))
    }
}
