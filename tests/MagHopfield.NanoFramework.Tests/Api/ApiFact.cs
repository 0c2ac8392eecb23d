namespace MagHopfield.NanoFramework.Tests.Api;

/// <summary>One line of a fact file: a type or one of its members (columns in firmware/nanoframework-api/README.md).</summary>
internal sealed record ApiFact(string Kind, string Modifiers, string Name, string Parameters, string Type, string Value)
{
    public bool IsType => Kind is "class" or "struct" or "interface" or "enum" or "delegate";

    public bool IsStatic => Modifiers.Split(' ').Contains("static");

    /// <summary>The member's own name: what follows its type's name.</summary>
    public string MemberName => Name.EndsWith("..ctor", StringComparison.Ordinal) ? ".ctor" : Name[(Name.LastIndexOf('.') + 1)..];

    public static ApiFact Parse(string line)
    {
        string[] columns = line.Split('\t');
        return columns.Length == 6
            ? new ApiFact(columns[0], columns[1], columns[2], columns[3], columns[4], columns[5])
            : throw new FormatException($"Six columns expected, got {columns.Length}: {line}");
    }

    /// <summary>The parameters in order.</summary>
    public ApiParameter[] ParameterList() =>
        Parameters.Length == 0 ? [] : Parameters.Split(", ").Select(ApiParameter.Parse).ToArray();
}
