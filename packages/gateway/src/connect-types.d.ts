// Connect's types name the DOM's HeadersInit, which Node's types do not have.
type HeadersInit = NonNullable<ConstructorParameters<typeof Headers>[0]>;
