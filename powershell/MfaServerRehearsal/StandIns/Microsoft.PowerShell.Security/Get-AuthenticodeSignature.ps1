# A simulated program counts as signed by Microsoft unless its first line says unsigned; every other file has no signature.
function Get-AuthenticodeSignature {
    [CmdletBinding(DefaultParameterSetName = 'ByPath')]
    param(
        [Parameter(ParameterSetName = 'ByContent', Mandatory, ValueFromPipelineByPropertyName)] [System.Byte[]]$Content,
        [Parameter(ParameterSetName = 'ByPath', Mandatory, Position = 0, ValueFromPipeline, ValueFromPipelineByPropertyName)] [string[]]$FilePath,
        [Parameter(ParameterSetName = 'ByLiteralPath', Mandatory, ValueFromPipelineByPropertyName)] [Alias('PSPath')] [string[]]$LiteralPath,
        [Parameter(ParameterSetName = 'ByContent', Mandatory, ValueFromPipeline, ValueFromPipelineByPropertyName)] [string[]]$SourcePathOrExtension
    )
    process {
        foreach ($file in @($LiteralPath) + @($FilePath) | Where-Object -FilterScript { $_ }) {
            $line = Read-MfaFixtureLine -LiteralPath $file
            $isSigned = $line -and $line -notmatch ' unsigned'
            [pscustomobject]@{
                Path              = $file
                Status            = if ($isSigned) { 'Valid' } else { 'NotSigned' }
                SignerCertificate = if ($isSigned) { [pscustomobject]@{ Subject = 'CN=Microsoft Corporation, O=Microsoft Corporation, L=Redmond, S=Washington, C=US' } }
            }
        }
    }
}
