namespace MagHopfield.NanoFramework.Tests.Api;

/// <summary>Names of types as C# writes them.</summary>
internal static class Names
{
    /// <summary>A type by its full name; a name without a dot is a type parameter.</summary>
    public static string Of(string type) => type switch
    {
        "System.Void" => "void",
        _ => type.Contains('.') ? "global::" + type : type,
    };

    /// <summary>A parameter's name, which may be a keyword of C#.</summary>
    public static string Identifier(string name) => "@" + name;
}
