# What web.config of a component says about the Web Service SDK (facts 2.2). The password leaves this function inside the
# credential only. Nothing that stands in the file is put into a message: an entity of a damaged file can be a piece of the
# password.
function Get-MfaWebSdkSetting {
    [CmdletBinding()]
    [OutputType([pscustomobject])]
    param([Parameter(Mandatory)] [string]$LiteralPath)
    $document = Read-MfaConfigDocument -LiteralPath $LiteralPath
    $user = Get-MfaConfigValue -Document $document -XPath '/configuration/appSettings/add[@key="WEB_SERVICE_SDK_AUTHENTICATION_USERNAME"]/@value'
    $password = New-Object -TypeName System.Security.SecureString
    $text = Get-MfaConfigValue -Document $document -XPath '/configuration/appSettings/add[@key="WEB_SERVICE_SDK_AUTHENTICATION_PASSWORD"]/@value'
    foreach ($character in ([string]$text).ToCharArray()) { $password.AppendChar($character) }
    $named = '/configuration/applicationSettings//setting[substring(@name, string-length(@name) - 15) = "_pfwssdk_PfWsSdk"]/value'
    [pscustomobject]@{
        UsesSdk    = (Get-MfaConfigValue -Document $document -XPath '/configuration/appSettings/add[@key="USE_WEB_SERVICE_SDK"]/@value') -eq 'true'
        Address    = "$(Get-MfaConfigValue -Document $document -XPath $named)".Trim()
        Credential = if ($user) { New-Object -TypeName System.Management.Automation.PSCredential -ArgumentList $user, $password }
    }
}

# A config file as XML: no document type, nothing fetched.
function Read-MfaConfigDocument {
    [CmdletBinding()]
    [OutputType([System.Xml.XmlDocument])]
    param([Parameter(Mandatory)] [string]$LiteralPath)
    $document = New-Object -TypeName System.Xml.XmlDocument
    $document.XmlResolver = $null
    $settings = New-Object -TypeName System.Xml.XmlReaderSettings
    $settings.DtdProcessing = [System.Xml.DtdProcessing]::Prohibit
    $settings.XmlResolver = $null
    $reader = $null
    try {
        $reader = [System.Xml.XmlReader]::Create($LiteralPath, $settings)
        $document.Load($reader)
    }
    catch {
        $cause = $_.Exception.GetBaseException()
        if ($cause -isnot [System.Xml.XmlException]) { throw }
        $PSCmdlet.ThrowTerminatingError((New-MfaErrorRecord -Code WebConfigNotXml -Category InvalidData -Target $LiteralPath -Value $LiteralPath, $cause.LineNumber))
    }
    finally { if ($null -ne $reader) { $reader.Dispose() } }
    # A document is a list of its nodes, and a list would be taken apart on its way out.
    , $document
}

function Get-MfaConfigValue {
    [CmdletBinding()]
    [OutputType([string])]
    param([System.Xml.XmlDocument]$Document, [string]$XPath)
    $node = $Document.SelectSingleNode($XPath)
    if ($null -eq $node) { return }
    # PowerShell shows no InnerText of an attribute.
    if ($node -is [System.Xml.XmlAttribute]) { $node.Value } else { $node.InnerText }
}
