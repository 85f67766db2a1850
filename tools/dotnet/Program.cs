// Reads config files as .NET does, and prints what it finds in them as JSON: one object for each file of the argument list.
using System.Configuration;
using System.Text.Encodings.Web;
using System.Text.Json;

var options = new JsonSerializerOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
foreach (var file in args) Console.Out.WriteLine(JsonSerializer.Serialize(Reading.Of(file), options));

/// <summary>Settings of one section: its path, and name and value of each. Locations are read by ASP.NET only.</summary>
record Section(string Name, IReadOnlyList<Entry> Entries);

/// <summary>A setting; an Xml one has the whole value element as its value.</summary>
record Entry(string Name, string Value, bool IsXml = false);

/// <summary>What .NET reads from a file, or why it cannot.</summary>
record Reading(string File, string? Error, IReadOnlyList<Section> Sections)
{
    public static Reading Of(string file)
    {
        try
        {
            var map = new ExeConfigurationFileMap { ExeConfigFilename = file };
            var configuration = ConfigurationManager.OpenMappedExeConfiguration(map, ConfigurationUserLevel.None);
            return new Reading(file, null, [.. SectionsOf(configuration)]);
        }
        catch (ConfigurationException error)
        {
            return new Reading(file, error.Message, []);
        }
    }

    static IEnumerable<Section> SectionsOf(Configuration configuration)
    {
        var settings = configuration.AppSettings.Settings;
        yield return new("appSettings", [.. settings.AllKeys.Select(key => new Entry(key!, settings[key]!.Value))]);
        // .NET has a connection string of its own, which no file writes.
        var strings = configuration.ConnectionStrings.ConnectionStrings.Cast<ConnectionStringSettings>()
            .Where(each => each.ElementInformation.Source is not null);
        yield return new("connectionStrings", [.. strings.Select(each => new Entry(each.Name, each.ConnectionString))]);
        foreach (ConfigurationSectionGroup group in configuration.SectionGroups)
            foreach (var section in group.Sections.Cast<ConfigurationSection>().OfType<ClientSettingsSection>())
                yield return new($"{group.Name}/{section.SectionInformation.Name}", [.. section.Settings.Cast<SettingElement>().Select(EntryOf)]);
    }

    /// <summary>A String is what .NET takes from inside the value element, as its own settings provider does.</summary>
    static Entry EntryOf(SettingElement setting)
    {
        var isXml = setting.SerializeAs == SettingsSerializeAs.Xml;
        var value = setting.Value.ValueXml;
        return new(setting.Name, isXml ? value?.OuterXml ?? "" : value?.InnerText ?? "", isXml);
    }
}
