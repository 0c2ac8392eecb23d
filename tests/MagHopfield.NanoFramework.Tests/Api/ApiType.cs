namespace MagHopfield.NanoFramework.Tests.Api;

/// <summary>A type of the device's libraries with its visible members.</summary>
internal sealed class ApiType(ApiFact fact)
{
    public ApiFact Fact { get; } = fact;

    public List<ApiFact> Members { get; } = [];

    public List<ApiType> Nested { get; } = [];

    public string FullName => Fact.Name;

    /// <summary>Name without namespace, outer type and count of type parameters.</summary>
    public string ShortName => FullName[(FullName.LastIndexOf('.') + 1)..].Split('`')[0];

    public string Namespace => FullName[..FullName.LastIndexOf('.')];

    public string? BaseType => Fact.Kind is "class" && Fact.Value.Length > 0 ? Fact.Value.Split(", ")[0] : null;

    /// <summary>All interfaces, also those of the interfaces, as metadata lists them.</summary>
    public string[] Interfaces => Fact.Value.Length == 0 ? [] : Fact.Value.Split(", ").Skip(Fact.Kind is "interface" ? 0 : 1).ToArray();

    /// <summary>Type parameters in the order of their first use, which is their own order in all delegates of the libraries.</summary>
    public string[] TypeParameters()
    {
        if (!FullName.Contains('`'))
            return [];

        ApiFact invoke = Members.Single(member => member.MemberName == "Invoke");
        return invoke.ParameterList().Select(parameter => parameter.Type).Append(invoke.Type)
            .Where(type => !type.Contains('.')).Distinct().ToArray();
    }
}
